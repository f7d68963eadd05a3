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
    size_t label_len;

    if (len < HEADER_SIZE || buf[0] != FRAME_MAGIC)
        return -1;

    out->sensor = be16(buf + 1);
    out->value = be32(buf + 3);
    label_len = buf[7];
    memcpy(out->label, buf + HEADER_SIZE, label_len);
    out->label[label_len] = '\0';
    return 0;
}
