#ifndef CLIENTS_H
#define CLIENTS_H

#include <stddef.h>
#include <time.h>

#define MAX_CLIENTS 512

struct client {
	int fd;
	time_t last_seen;
	char *pending;
	size_t pending_len;
	struct client *next;
};

struct client *client_add(int fd, time_t now);
struct client *client_by_fd(int fd);
void client_drop(struct client *c);
size_t client_reap(time_t now);

#endif
