"""Uploads that can be interrupted: the tus protocol 1.0 with creation, termination and expiration (https://tus.io).

POST says name and length and gets an address; PATCH sends pieces to it; HEAD asks how far it came; GET, which is
ours, says in words what became of it; DELETE gives it up. An address answers nobody but the person who began it.
"""

import base64
import binascii
from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.http import Http404, HttpResponse, JsonResponse, UnreadablePostError
from django.template.defaultfilters import filesizeformat
from django.utils.http import http_date
from django.views import View

from core.access import ensure
from core.files import uploads
from core.files.owners import may_upload
from core.files.refusals import FileRefused, words
from core.files.sweeping import PART_AGE, discard
from core.models import File, FileState

VERSION = "1.0.0"
# Acknowledged after each, so that a line that breaks loses no more than this.
PIECE = 256 * 1024


class TusView(View):
    def dispatch(self, request, *args, **kwargs):
        ensure(may_upload(request.user))
        if request.method not in ("OPTIONS", "GET") and request.headers.get("Tus-Resumable") != VERSION:
            response = HttpResponse(status=412, headers={"Tus-Version": VERSION})
        else:
            response = super().dispatch(request, *args, **kwargs)
        response["Tus-Resumable"] = VERSION
        response["Cache-Control"] = "no-store"
        return response

    def options(self, request, *args, **kwargs):
        headers = {
            "Tus-Version": VERSION,
            "Tus-Extension": "creation,termination,expiration",
            "Tus-Max-Size": str(settings.FILE_MAX_SIZE),
        }
        return HttpResponse(status=204, headers=headers)


class UploadCreateView(TusView):
    http_method_names = ["post", "options"]

    def post(self, request):
        length = request.headers.get("Upload-Length", "")
        if not (length.isascii() and length.isdigit()):
            return HttpResponse(status=400)
        try:
            file = uploads.begin(request.user, _name(request.headers.get("Upload-Metadata", "")), int(length[:18]))
        except FileRefused as refusal:
            return refused(refusal.message, 413 if refusal.code == "too_large" else 422)
        return HttpResponse(
            status=201,
            headers={"Location": file.get_upload_url(), "Upload-Offset": "0", "Upload-Expires": _expires(file)},
        )


class UploadView(TusView):
    http_method_names = ["get", "head", "patch", "delete", "options"]

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.token = kwargs["token"]

    @property
    def file(self):
        """The person's own upload, as it is now."""
        found = File.objects.filter(token=self.token, uploaded_by=self.request.user).first()
        if not found:
            raise Http404
        return found

    def so_far(self):
        """Asked how far it is, an upload of which all has come is completed: the server may have died before it did,
        and by the protocol nothing more will be sent."""
        file = self.file
        if file.state == FileState.UPLOADING and uploads.offset_of(file) == file.size:
            with suppress(FileRefused):
                uploads.finish(file)
            file = self.file
        return file

    def head(self, request, token):
        file = self.so_far()
        if file.state == FileState.REFUSED:
            return HttpResponse(status=410)
        headers = {"Upload-Offset": str(uploads.offset_of(file)), "Upload-Length": str(file.size)}
        return HttpResponse(headers=headers | {"Upload-Expires": _expires(file)})

    def get(self, request, token):
        file = self.so_far()
        if file.state == FileState.REFUSED:
            return refused(words(file.refusal, **file.refusal_details))
        return JsonResponse(
            {
                "state": file.state,
                "token": file.token,
                "name": file.name,
                "offset": uploads.offset_of(file),
                "size": filesizeformat(file.size),
            }
        )

    def patch(self, request, token):
        if request.content_type != "application/offset+octet-stream":
            return HttpResponse(status=415)
        offset = request.headers.get("Upload-Offset", "")
        if not (offset.isascii() and offset.isdigit()):
            return HttpResponse(status=400)
        try:
            file = self.receive(self.file, int(offset[:18]))
        except uploads.WrongOffset:
            return HttpResponse(status=409)
        except FileRefused as refusal:
            return refused(refusal.message)
        return HttpResponse(
            status=204, headers={"Upload-Offset": str(uploads.offset_of(file)), "Upload-Expires": _expires(file)}
        )

    def receive(self, file, offset):
        """Keeps what arrives, however far the line holds. The last piece completes the file."""
        if file.state == FileState.REFUSED:
            raise uploads.WrongOffset
        if file.state == FileState.COMPLETE and offset == file.size:
            return file  # the answer to the last piece was lost
        for piece in self.pieces():
            file = uploads.append(file, offset, piece)
            offset += len(piece)
        if offset != uploads.offset_of(file):
            raise uploads.WrongOffset
        return uploads.finish(file) if offset == file.size else file

    def pieces(self):
        while True:
            try:
                piece = self.request.read(PIECE)
            except (UnreadablePostError, OSError):
                return
            if not piece:
                return
            yield piece

    def delete(self, request, token):
        try:
            discard(self.file)
        except ProtectedError:
            raise PermissionDenied from None  # a record holds it
        return HttpResponse(status=204)


def refused(message, status=422):
    return JsonResponse({"message": message}, status=status)


def _expires(file):
    return http_date((file.changed_at + timedelta(hours=PART_AGE)).timestamp())


def _name(metadata):
    """The file name of `Upload-Metadata: filename <base64>, ...`."""
    for pair in metadata.split(","):
        key, _space, value = pair.strip().partition(" ")
        if key == "filename":
            try:
                return base64.b64decode(value, validate=True).decode("utf-8")
            except (binascii.Error, UnicodeDecodeError):
                return ""
    return ""
