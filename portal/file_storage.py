"""Where the files that people upload are kept: a folder, or a bucket of any S3-compatible service."""

from importlib.util import find_spec

from django.core.exceptions import ImproperlyConfigured


def files_storage(env, media_root):
    """The storage "files" of STORAGES. FILES_BUCKET chooses the bucket (docs/operations.md)."""
    if not env.text("FILES_BUCKET"):
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": media_root / "files", "file_permissions_mode": 0o640},
        }
    if find_spec("storages") is None:
        # Said at the start, not at the first upload.
        raise ImproperlyConfigured("FILES_BUCKET needs the packages of requirements-s3.txt (docs/operations.md).")
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": env.text("FILES_BUCKET"),
            "endpoint_url": env.text("FILES_ENDPOINT") or None,
            "region_name": env.text("FILES_REGION") or None,
            # Without them the library asks the machine's own role.
            "access_key": env.text("FILES_ACCESS_KEY") or None,
            "secret_key": env.text("FILES_SECRET_KEY") or None,
            # Nothing in the bucket is public: the portal reads it and asks the record's rights first.
            "default_acl": None,
            "querystring_auth": True,
            "file_overwrite": False,
        },
    }
