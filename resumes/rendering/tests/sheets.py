"""A document with something in every field, sheets of it, and sheets of anything."""

from hypothesis import strategies as st

from resumes.document import Document
from resumes.rendering.design import SECTIONS, Design
from resumes.rendering.laying_out import lay_out, one_line
from resumes.rendering.sheet import Contact, Entry, Section, Sheet

FULL = Document.model_validate(
    {
        "basics": {
            "name": "Alice Example",
            "label": "Principal Engineer",
            "email": "alice@example.org",
            "phone": "+49 30 1234567",
            "url": "https://alice.example.org/",
            "summary": "Engineer of payment platforms.\n\nLooks for a team that writes things down.",
            "location": {"city": "Berlin", "countryCode": "DE"},
            "profiles": [{"network": "GitHub", "username": "alice", "url": "https://github.com/alice"}],
        },
        "work": [
            {
                "name": "Acme GmbH",
                "position": "Principal Engineer",
                "location": "Berlin, Germany",
                "description": "Payments for shops",
                "url": "https://acme.example.com",
                "startDate": "2019-03",
                "summary": "Leads the platform group.",
                "highlights": ["Cut settlement errors by 74 %", "Led nine engineers through a rewrite"],
            },
            {"name": "Initech", "position": "Developer", "startDate": "2012", "endDate": "2014"},
        ],
        "volunteer": [{"organization": "Code Club", "position": "Mentor", "startDate": "2016", "endDate": "2018"}],
        "education": [
            {
                "institution": "Technical University of Munich",
                "area": "Computer Science",
                "studyType": "Master of Science",
                "startDate": "2009",
                "endDate": "2011",
                "score": "1.3",
                "courses": ["Compilers", "Distributed systems"],
            }
        ],
        "awards": [{"title": "Engineer of the year", "date": "2020-11", "awarder": "Acme", "summary": "For a ledger."}],
        "certificates": [{"name": "Certified Administrator", "date": "2021-05", "issuer": "CNCF"}],
        "publications": [{"name": "Ledgers without tears", "publisher": "ACM", "releaseDate": "2018-06"}],
        "skills": [{"name": "Languages", "level": "Expert", "keywords": ["Python", "Go"]}, {"name": "Chairing"}],
        "languages": [{"language": "English", "fluency": "Native speaker"}],
        "interests": [{"name": "Chess"}],
        "references": [{"name": "Bob Boss", "reference": "Alice is calm in any incident."}],
        "projects": [{"name": "Ledgerline", "description": "A ledger.", "keywords": ["Rust"], "highlights": ["Used"]}],
    }
)


def sheet(document: Document = FULL, design: Design | None = None) -> Sheet:
    return lay_out(document, design or Design())


TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("*_#[]()<>|&-+=`\\!~. 12"), max_size=30)
LINE = TEXT.map(one_line)
HREF = st.sampled_from(["", "https://a.example/x_(y)?a=1&b=2#c", "mailto:a@example.org", 'https://a.example/">*`)'])
ENTRIES = st.builds(
    Entry,
    path=st.just("work[0]"),
    title=LINE,
    subtitle=LINE,
    place=LINE,
    dates=LINE,
    link=LINE,
    href=HREF,
    note=LINE,
    summary=st.lists(LINE.filter(bool), max_size=2).map("\n\n".join),
    bullets=st.lists(LINE.filter(bool), max_size=2),
    tags=st.lists(LINE.filter(bool), max_size=2),
)
SHEETS = st.builds(
    Sheet,
    name=LINE,
    label=LINE,
    contacts=st.lists(st.builds(Contact, kind=st.just("url"), text=LINE.filter(bool), href=HREF), max_size=3),
    sections=st.lists(
        st.builds(
            Section,
            key=st.sampled_from(SECTIONS),
            heading=LINE.filter(bool),
            form=st.sampled_from(["text", "entries", "lines", "groups", "pairs", "quotes"]),
            entries=st.lists(ENTRIES, max_size=2),
        ),
        max_size=2,
    ),
    rtl=st.booleans(),
)
