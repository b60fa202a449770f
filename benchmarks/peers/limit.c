/*
 * The least a server can do for a delivery: one epoll loop, one send() per reader and update. It
 * knows one channel, trusts its clients and parses next to nothing; it is the limit to compare with.
 *
 *   GET /sse             a stream of events
 *   GET /poll?since=N    waits for updates after N (-1: from now); the answer's X-Next is the next N
 *   POST /pub            publishes the body
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { KEPT = 4096, FRAME = 2048, FILES = 65536, REQUEST = 1 << 20 };
enum kind { NONE, STREAM, POLL };

static struct { char bytes[FRAME]; int length, body, body_length; } frames[KEPT];
static long head; /* number of the newest update */

/* A client; one that fell behind has "at" bytes of update "next" already, and waits for EPOLLOUT. */
static struct { char kind; bool behind; int at, place; long next; } clients[FILES];
static int streams[FILES], polls[FILES], stream_count, poll_count, epoll;
static char *request[FILES]; /* what came of a request that is not complete */
static int request_length[FILES];

static void drop(int fd) {
  if (clients[fd].kind) {
    int *list = clients[fd].kind == STREAM ? streams : polls;
    int last = list[clients[fd].kind == STREAM ? --stream_count : --poll_count];
    list[clients[fd].place] = last;
    clients[last].place = clients[fd].place;
  }
  free(request[fd]);
  request[fd] = NULL;
  memset(&clients[fd], 0, sizeof clients[fd]);
  close(fd);
}

static void interest(int fd, uint32_t events, int op) {
  struct epoll_event event = {.events = events, .data.fd = fd};
  epoll_ctl(epoll, op, fd, &event);
}

static void await_room(int fd, bool behind) {
  if (clients[fd].behind == behind) return;
  clients[fd].behind = behind;
  interest(fd, behind ? EPOLLIN | EPOLLOUT : EPOLLIN, EPOLL_CTL_MOD);
}

/* Everything a stream lacks, one send an update; whoever lost touch with what is kept is dropped. */
static bool feed(int fd) {
  if (head - clients[fd].next >= KEPT) return drop(fd), false;
  while (clients[fd].next <= head) {
    int slot = clients[fd].next % KEPT, left = frames[slot].length - clients[fd].at;
    ssize_t sent = send(fd, frames[slot].bytes + clients[fd].at, left, MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN) return drop(fd), false;
    if (sent > 0) clients[fd].at += sent;
    if (sent < left) return await_room(fd, true), true;
    clients[fd].at = 0;
    clients[fd].next++;
  }
  await_room(fd, false);
  return true;
}

static void answer(int fd, long since) {
  static char out[1 << 20];
  int body = 0, used;
  long first = since + 1 > head - 500 ? since + 1 : head - 500;
  for (long n = first; n <= head; n++) body += frames[n % KEPT].body_length + 1;
  used = sprintf(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Next: %ld\r\nContent-Length: %d\r\n\r\n",
                 head, body);
  for (long n = first; n <= head; n++) {
    memcpy(out + used, frames[n % KEPT].bytes + frames[n % KEPT].body, frames[n % KEPT].body_length);
    used += frames[n % KEPT].body_length;
    out[used++] = '\n';
  }
  if (send(fd, out, used, MSG_NOSIGNAL) != used) drop(fd); /* such a small answer always fits */
}

static void publish(int fd, const char *body, int length) {
  static const char taken[] = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n";
  int slot = ++head % KEPT, waiting = poll_count;
  int start = snprintf(frames[slot].bytes, FRAME, "id: %ld\ndata: ", head);
  if (start + length + 2 > FRAME) length = FRAME - start - 2;
  memcpy(frames[slot].bytes + start, body, length);
  memcpy(frames[slot].bytes + start + length, "\n\n", 2);
  frames[slot].body = start;
  frames[slot].body_length = length;
  frames[slot].length = start + length + 2;
  for (int i = stream_count - 1; i >= 0; i--)
    if (!clients[streams[i]].behind) feed(streams[i]);
  poll_count = 0; /* all of them are answered; the next question puts them back */
  for (int i = 0; i < waiting; i++) {
    clients[polls[i]].kind = NONE;
    answer(polls[i], clients[polls[i]].next - 1);
  }
  if (send(fd, taken, sizeof taken - 1, MSG_NOSIGNAL) < 0) drop(fd);
}

static void enlist(int fd, enum kind kind, long next) {
  int *list = kind == STREAM ? streams : polls, *count = kind == STREAM ? &stream_count : &poll_count;
  clients[fd].kind = kind;
  clients[fd].next = next;
  clients[fd].place = *count;
  list[(*count)++] = fd;
}

static void handle(int fd, const char *text, const char *body, int body_length) {
  static const char streaming[] =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\r\n";
  if (text[0] == 'P') return publish(fd, body, body_length);
  if (!strncmp(text, "GET /sse", 8)) {
    if (send(fd, streaming, sizeof streaming - 1, MSG_NOSIGNAL) < 0) return drop(fd);
    return enlist(fd, STREAM, head + 1);
  }
  const char *asked = strstr(text, "since=");
  long since = asked ? atol(asked + 6) : -1;
  if (since < 0) since = head;
  if (since < head) answer(fd, since);
  else enlist(fd, POLL, since + 1);
}

/* Takes whole requests from the front; returns how many bytes those were. */
static int take(int fd, char *bytes, int length) {
  int done = 0;
  while (done < length) {
    char *end = memmem(bytes + done, length - done, "\r\n\r\n", 4);
    if (!end) break;
    *end = 0;
    char *field = strcasestr(bytes + done, "\ncontent-length:");
    int body = field ? atoi(field + 16) : 0, from = (int)(end - bytes) + 4;
    *end = '\r';
    if (from + body > length) break;
    handle(fd, bytes + done, bytes + from, body);
    done = from + body;
  }
  return done;
}

static void readable(int fd) {
  static char bytes[REQUEST + 1];
  int kept = request[fd] ? request_length[fd] : 0;
  if (kept) memcpy(bytes, request[fd], kept);
  ssize_t got = recv(fd, bytes + kept, REQUEST - kept, 0);
  if (got < 0 && errno == EAGAIN) return;
  if (got <= 0) return drop(fd);
  int length = kept + (int)got, done;
  bytes[length] = 0;
  done = take(fd, bytes, length);
  free(request[fd]);
  request[fd] = NULL;
  if (done < length) {
    request[fd] = malloc(length - done);
    request_length[fd] = length - done;
    memcpy(request[fd], bytes + done, length - done);
  }
}

static void welcome(int listener) {
  int fd, one = 1;
  while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    interest(fd, EPOLLIN, EPOLL_CTL_ADD);
  }
}

static int listen_on(int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(fd, (void *)&address, sizeof address) || listen(fd, 4096)) perror("listen"), exit(1);
  return fd;
}

int main(int count, char **arguments) {
  struct epoll_event events[512];
  struct rlimit files;
  int listener = listen_on(count > 1 ? atoi(arguments[1]) : 8080);
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max < FILES ? files.rlim_max : FILES;
  setrlimit(RLIMIT_NOFILE, &files);
  epoll = epoll_create1(0);
  interest(listener, EPOLLIN, EPOLL_CTL_ADD);
  for (;;) {
    int ready = epoll_wait(epoll, events, 512, -1);
    for (int i = 0; i < ready; i++) {
      int fd = events[i].data.fd;
      if (fd == listener) welcome(listener);
      else if (!(events[i].events & EPOLLOUT) || feed(fd))
        if (events[i].events & ~EPOLLOUT) readable(fd);
    }
  }
}
