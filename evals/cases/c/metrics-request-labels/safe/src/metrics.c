#include "metrics.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define MAX_SERIES 128
#define KEY_SIZE 64

struct series {
	char key[KEY_SIZE];
	uint64_t count;
};

static struct series table[MAX_SERIES];
static size_t used;
static uint64_t total;

static struct series *find(const char *key)
{
	for (size_t i = 0; i < used; i++) {
		if (strcmp(table[i].key, key) == 0)
			return &table[i];
	}
	if (used == MAX_SERIES)
		return NULL;
	struct series *s = &table[used++];
	memcpy(s->key, key, strlen(key) + 1);
	s->count = 0;
	return s;
}

/*
 * Called by the server's only thread for each request, before it is handled. The path is still
 * percent-encoded, so it holds no quotes or control characters.
 */
void metrics_request(const char *method, const char *path)
{
	char key[KEY_SIZE];
	struct series *s;

	snprintf(key, sizeof(key), "%s %s", method, path);
	s = find(key);
	if (s != NULL)
		s->count++;
	total++;
}

/* Write all counters as text and return the number of bytes, at most size. */
size_t metrics_write(char *out, size_t size)
{
	int n = snprintf(out, size, "requests_total %" PRIu64 "\n", total);
	size_t at = n < 0 ? 0 : (size_t)n;

	for (size_t i = 0; i < used && at < size; i++) {
		n = snprintf(out + at, size - at, "requests{key=\"%s\"} %" PRIu64 "\n",
			     table[i].key, table[i].count);
		if (n < 0)
			break;
		at += (size_t)n;
	}
	return at < size ? at : size;
}
