#include "frame.h"

#include <string.h>

#define MAX_DEPTH 4

struct record {
	uint8_t type;
	uint16_t len;
	const uint8_t *value;
};

static uint16_t u16(const uint8_t *p)
{
	return (uint16_t)(p[0] << 8 | p[1]);
}

/* Take the next record and move *p behind it; 0 if there is none. */
static int next_record(const uint8_t **p, const uint8_t *end, struct record *rec)
{
	if (end - *p < 3)
		return 0;
	rec->type = (*p)[0];
	rec->len = u16(*p + 1);
	rec->value = *p + 3;
	*p += 3 + (size_t)rec->len;
	return 1;
}

static int read_records(const uint8_t *p, const uint8_t *end, int depth, struct reading *out)
{
	struct record rec;

	if (depth > MAX_DEPTH)
		return -1;
	while (next_record(&p, end, &rec)) {
		if (rec.type == REC_GROUP) {
			if (read_records(rec.value, rec.value + rec.len, depth + 1, out) < 0)
				return -1;
		} else if (rec.type == REC_NAME) {
			size_t n = rec.len < sizeof(out->name) - 1 ? rec.len : sizeof(out->name) - 1;

			memcpy(out->name, rec.value, n);
		} else if (rec.type == REC_VALUE && rec.len == 2) {
			out->value = (int16_t)u16(rec.value);
		}
	}
	return p == end ? 0 : -1;
}

/*
 * A frame is a row of records: one byte type, two bytes length, value. A group holds records itself.
 * Returns 0, or -1 if the frame is not well formed.
 */
int frame_read(const uint8_t *buf, size_t size, struct reading *out)
{
	memset(out, 0, sizeof(*out));
	return read_records(buf, buf + size, 0, out);
}
