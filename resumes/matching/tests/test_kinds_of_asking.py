"""Single requirements against one line of a resume: licences, grades, helping hands, learners, names, compounds."""

from datetime import date
from typing import Any

import pytest

from resumes.document import Document
from resumes.matching.matching import finding_for
from resumes.matching.reading_postings import read_posting
from resumes.matching.resume_index import Resume
from resumes.matching.wording import language_of, wording

TODAY = date(2026, 11, 23)


def _status(text: str, resume: dict[str, Any]) -> str:
    return finding_for(text, Resume(Document.model_validate(resume), TODAY), wording(language_of(text))).status


def _did(line: str) -> dict[str, Any]:
    return {"work": [{"position": "Employee", "startDate": "2020-01", "highlights": [line]}]}


def _certified(name: str) -> dict[str, Any]:
    return {"certificates": [{"name": name}]}


def _knows(*names: str) -> dict[str, Any]:
    return {"skills": [{"keywords": list(names)}]}


@pytest.mark.parametrize(
    ("asked", "held", "status"),
    [
        ("Führerschein Klasse B", "Führerschein B, BE", "met"),
        ("Permiso de conducir C+E", "Permiso de conducir C", "partly"),
        ("Führerschein Klasse C", "Führerschein Klasse B", "not_found"),
        ("A valid driver's license", "Permis B", "met"),
        ("Full CIPD membership (Level 7)", "CIPD Level 5", "partly"),
        ("Advanced Life Support (ALS) certificate", "Immediate Life Support", "partly"),
        ("CACES 3 et 5", "CACES 1 et 3", "partly"),
        ("OSHA 30 training", "OSHA 10-Hour Construction", "partly"),
    ],
)
def test_a_lower_class_or_level_is_a_part(asked: str, held: str, status: str) -> None:
    assert _status(asked, _certified(held)) == status


@pytest.mark.parametrize(
    ("asked", "done", "status"),
    [
        ("Selbstständige Erstellung von Jahresabschlüssen", "Mitarbeit am Jahresabschluss nach HGB", "partly"),
        ("Erfahrung mit Jahresabschlüssen", "Mitarbeit am Jahresabschluss nach HGB", "met"),
        ("Charge nurse experience", "Relief charge nurse about twice a month", "partly"),
        ("Message streaming with Kafka", "Proposed moving the job queue to Kafka", "not_found"),
        ("Encadrement de doctorants ou de stagiaires", "Co-encadrement d'une doctorante", "met"),
        ("Mentoring of junior developers", "Reviewed code for two junior developers", "partly"),
        ("Bearbeitung von Kundenbeschwerden", "Abwicklung von Reklamationen", "met"),
        ("Erfahrung in der Analyse von Daten", "Analyse großer Datenbestände im Vertrieb", "met"),
        ("A team of at least fifteen", "Ran a finance team of seven", "partly"),
        ("Maîtrise des procédures de sécurité", "Animation des briefings sécurité", "met"),
        ("Praktische Erfahrung mit Spritzguss und Extrusion", "Einrichten von Spritzgussmaschinen", "partly"),
        ("Visitas domiciliarias", "Visitas a domicilio en dos barrios", "met"),
        ("Leitungserfahrung in einer Kita", "Stellvertretung der Leitung", "partly"),
        ("Experiencia en protección de menores", "Menores sin familia en un piso de protección", "met"),
    ],
)
def test_what_was_done_counts_for_what_it_is(asked: str, done: str, status: str) -> None:
    assert _status(asked, _did(done)) == status


@pytest.mark.parametrize(
    ("asked", "known", "status"),
    [
        ("Experience with AWS", "Azure", "partly"),
        ("Use of Canvas", "Google Classroom", "not_found"),
        ("Maîtrise de QGIS", "SIG", "partly"),
        ("Maîtrise de la suite Adobe", "InDesign", "met"),
        ("Safe handling of medicines", "SAFe", "not_found"),
        ("Grundwissen in den International Financial Reporting Standards", "IFRS", "met"),
    ],
)
def test_a_name_is_shown_by_itself_or_by_kin(asked: str, known: str, status: str) -> None:
    assert _status(asked, _knows(known)) == status


@pytest.mark.parametrize(
    ("asked", "fluency", "status"),
    [
        ("Kenntnisse in Italienisch", "Grundkenntnisse", "met"),
        ("Italienische Sprachkenntnisse, mindestens B1", "A2", "partly"),
        ("Italienisch fließend", "C1", "met"),
    ],
)
def test_a_language_is_measured_by_the_level_asked(asked: str, fluency: str, status: str) -> None:
    assert _status(asked, {"languages": [{"language": "Italienisch", "fluency": fluency}]}) == status


def test_a_trade_inside_a_longer_word_is_a_field() -> None:
    held = {"education": [{"studyType": "Gesellenbrief", "area": "Kraftfahrzeugmechatroniker", "endDate": "2018"}]}
    assert _status("Abgeschlossene Ausbildung zum Kfz-Mechatroniker", held) == "met"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "It would be an advantage to have trained in acupuncture, to have taught students, or to know EMIS.",
            ["trained in acupuncture", "taught students", "EMIS"],
        ),
        (
            "Il est indispensable d'avoir encadré une équipe, de pratiquer l'approche directe et de savoir former.",
            ["d'avoir encadré une équipe", "pratiquer l'approche directe", "savoir former"],
        ),
        (
            "Es imprescindible saber manejar desfibriladores, realizar triaje y llevar historias.",
            ["saber manejar desfibriladores", "realizar triaje", "llevar historias"],
        ),
        (
            "Wer zu uns kommt, sollte zwei Jahre in einer Backstube gearbeitet haben und Torten dekorieren können.",
            ["zwei Jahre in einer Backstube gearbeitet", "Torten dekorieren"],
        ),
        (
            "Wir verlangen Erfahrung im Vertrieb, Kenntnisse in SAP, und sicheres Auftreten.",
            ["Erfahrung im Vertrieb", "Kenntnisse in SAP", "sicheres Auftreten"],
        ),
    ],
)
def test_verbs_and_a_last_comma_divide_what_a_sentence_asks(text: str, asked: list[str]) -> None:
    assert [one.text for one in read_posting(text).requirements] == asked
