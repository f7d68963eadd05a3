#include "frame.h"

#include <string.h>

static uint16_t u16(const uint8_t *p)
{
	return (uint16_t)(p[0] << 8 | p[1]);
}

/*
 * A frame is a row of records: one byte type, two bytes length, value.
 * Returns 0, or -1 if the frame is cut off.
 */
int frame_read(const uint8_t *buf, size_t size, struct reading *out)
{
	const uint8_t *p = buf;
	const uint8_t *end = buf + size;

	memset(out, 0, sizeof(*out));
	while (end - p >= 3) {
		uint8_t type = p[0];
		uint16_t len = u16(p + 1);

		if ((size_t)(end - p) < 3 + (size_t)len)
			return -1;
		if (type == REC_NAME) {
			size_t n = len < sizeof(out->name) - 1 ? len : sizeof(out->name) - 1;

			memcpy(out->name, p + 3, n);
		} else if (type == REC_VALUE && len == 2) {
			out->value = (int16_t)u16(p + 3);
		}
		p += 3 + (size_t)len;
	}
	return p == end ? 0 : -1;
}
