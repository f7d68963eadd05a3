#include "frame.h"

#include <stdio.h>
#include <sys/socket.h>

int receive_one(int fd)
{
    uint8_t buf[512];
    struct frame frame;
    ssize_t got = recv(fd, buf, sizeof(buf), 0);

    if (got < 0)
        return -1;
    if (frame_decode(buf, (size_t)got, &frame) == 0)
        printf("%u %s %u\n", (unsigned)frame.sensor, frame.label, (unsigned)frame.value);
    return 0;
}
