INSTALLED_APPS = ["django.contrib.contenttypes", "rest_framework", "tides"]
DEBUG = False
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "EXCEPTION_HANDLER": "tides.problems.handle",
}
