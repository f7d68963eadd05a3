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

/*
 * magic(1) sensor(2) value(4) label_len(1) label(label_len)
 */
int frame_decode(const uint8_t *buf, size_t len, struct frame *out)
{
    char label[256];
    size_t label_len;

    if (len < HEADER_SIZE || buf[0] != FRAME_MAGIC)
        return -1;

    label_len = buf[7];
    if (label_len >= sizeof(out->label) || label_len > len - HEADER_SIZE)
        return -1;

    memcpy(label, buf + HEADER_SIZE, label_len);
    label[label_len] = '\0';

    out->sensor = be16(buf + 1);
    out->value = be32(buf + 3);
    strncpy(out->label, label, sizeof(out->label) - 1);
    out->label[sizeof(out->label) - 1] = '\0';
    return 0;
}
