#include "clients.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define IDLE_SECONDS 120

static struct client *head;
static size_t count;

struct client *client_add(int fd, time_t now)
{
	struct client *c;

	if (count >= MAX_CLIENTS)
		return NULL;
	c = calloc(1, sizeof(*c));
	if (c == NULL)
		return NULL;
	c->fd = fd;
	c->last_seen = now;
	c->next = head;
	head = c;
	count++;
	return c;
}

/* Take c off the list, close its socket and free it. */
void client_drop(struct client *c)
{
	struct client **link = &head;

	while (*link != NULL && *link != c)
		link = &(*link)->next;
	if (*link == NULL)
		return;
	*link = c->next;
	count--;
	close(c->fd);
	free(c->pending);
	free(c);
}

struct client *client_by_fd(int fd)
{
	struct client *c = head;

	while (c != NULL && c->fd != fd)
		c = c->next;
	return c;
}

/* Called once a second by the event loop; returns how many were closed. */
size_t client_reap(time_t now)
{
	size_t closed = 0;

	for (struct client *c = head; c != NULL; c = c->next) {
		if (now - c->last_seen > IDLE_SECONDS) {
			client_drop(c);
			closed++;
		}
	}
	return closed;
}
