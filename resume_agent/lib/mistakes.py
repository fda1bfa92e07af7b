"""Forms that put the cursor where the first mistake is, without JavaScript too."""

from django import forms


class FocusesMistakes(forms.BaseForm):
    """Mixed into a form, before its other bases. A mistake of the form as a whole counts for its last field."""

    def full_clean(self) -> None:
        super().full_clean()
        if self.errors:
            wrong = next((name for name in self.fields if name in self.errors), list(self.fields)[-1])
            self.fields[wrong].widget.attrs["autofocus"] = True
