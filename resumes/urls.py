"""URLs of a person's resumes."""

from django.urls import path

from resumes.views import dashboard, editor, exports, looks, reports, sharing, thumbnails, uploads, versions

app_name = "resumes"
urlpatterns = [
    path("", dashboard.resume_list, name="list"),
    path("upload/", uploads.upload, name="upload"),
    path("new/", editor.start_new, name="new"),
    path("<uuid:resume_id>/", reports.detail, name="detail"),
    path("<uuid:resume_id>/report/", reports.report, name="report"),
    path("<uuid:resume_id>/original/", uploads.original, name="original"),
    path("<uuid:resume_id>/pages/<uuid:upload_id>/<int:number>/", uploads.page_image, name="page"),
    path("<uuid:resume_id>/thumbnail/", thumbnails.thumbnail, name="thumbnail"),
    path("<uuid:resume_id>/rename/", dashboard.rename, name="rename"),
    path("<uuid:resume_id>/delete/", dashboard.delete, name="delete"),
    path("<uuid:resume_id>/read-again/", uploads.reread, name="reread"),
    path("<uuid:resume_id>/edit/", editor.edit, name="edit"),
    path("<uuid:resume_id>/edit/fields/", editor.save_fields, name="save_fields"),
    path("<uuid:resume_id>/edit/add/", editor.add_item, name="add_item"),
    path("<uuid:resume_id>/edit/remove/", editor.remove_item, name="remove_item"),
    path("<uuid:resume_id>/edit/move/", editor.move_item, name="move_item"),
    path("<uuid:resume_id>/edit/undo/", editor.undo, name="undo"),
    path("<uuid:resume_id>/edit/redo/", editor.redo, name="redo"),
    path("<uuid:resume_id>/edit/design/", looks.change_design, name="design"),
    path("<uuid:resume_id>/edit/preview/", looks.preview, name="preview"),
    path("<uuid:resume_id>/edit/preview/<int:revision>/<int:number>/", looks.preview_page, name="preview_page"),
    path("<uuid:resume_id>/versions/", versions.version_list, name="versions"),
    path("<uuid:resume_id>/versions/save/", versions.save_version, name="save_version"),
    path("<uuid:resume_id>/versions/compare/", versions.compare, name="compare"),
    path("<uuid:resume_id>/versions/<uuid:version_id>/restore/", versions.restore, name="restore"),
    path("<uuid:resume_id>/versions/<uuid:version_id>/rename/", versions.rename_version, name="rename_version"),
    path("<uuid:resume_id>/versions/<uuid:version_id>/delete/", versions.delete_version, name="delete_version"),
    path("<uuid:resume_id>/versions/<uuid:version_id>/pages/<int:number>/", versions.version_page, name="version_page"),
    path("<uuid:resume_id>/export/", exports.export_page, name="export"),
    path("<uuid:resume_id>/export/<str:form>/", exports.export_file, name="export_file"),
    path("<uuid:resume_id>/export/<str:form>/proof/", exports.proof, name="proof"),
    path("<uuid:resume_id>/share/", sharing.links, name="share"),
    path("<uuid:resume_id>/share/<uuid:link_id>/revoke/", sharing.revoke, name="revoke"),
]
