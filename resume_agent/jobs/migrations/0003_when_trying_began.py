"""When the first attempt began: null in rows of before, which then count from their next attempt."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0002_stopping")]

    operations = [
        migrations.AddField(
            model_name="job",
            name="tried_since",
            field=models.DateTimeField(blank=True, help_text="When the first of its attempts began.", null=True),
        ),
    ]
