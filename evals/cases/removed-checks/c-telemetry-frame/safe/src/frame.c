#include "frame.h"

#include <string.h>

static uint16_t be16(const uint8_t *p)
{
    return (uint16_t)(p[0] << 8 | p[1]);
}

static uint32_t be32(const uint8_t *p)
{
    return (uint32_t)be16(p) << 16 | be16(p + 2);
}

/* Copy a counted string out of the rest of a frame, straight into its place. */
static int take_string(const uint8_t *rest, size_t rest_len, size_t want, char *out, size_t room)
{
    if (want > rest_len || want + 1 > room)
        return -1;
    memcpy(out, rest, want);
    out[want] = '\0';
    return 0;
}

/*
 * magic(1) sensor(2) value(4) label_len(1) label(label_len)
 */
int frame_decode(const uint8_t *buf, size_t len, struct frame *out)
{

    if (len < HEADER_SIZE || buf[0] != FRAME_MAGIC)
        return -1;

    out->sensor = be16(buf + 1);
    out->value = be32(buf + 3);
    return take_string(buf + HEADER_SIZE, len - HEADER_SIZE, buf[7], out->label, sizeof(out->label));
}
