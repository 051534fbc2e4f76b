/* Loaded before libc: while LETTRAGE_FAULT says "EIO /a/folder", writing under that folder fails as a dying disk does;
   with ENOSPC it fails as a full one does, and with KILL the first write kills the program as a power cut does. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static int fails(const char *path) {
    const char *fault = getenv("LETTRAGE_FAULT");
    const char *folder = fault ? strchr(fault, ' ') : NULL;
    if (!folder || strncmp(path, folder + 1, strlen(folder + 1)) != 0) return 0;
    if (!strncmp(fault, "KILL", 4)) kill(getpid(), SIGKILL);
    errno = !strncmp(fault, "ENOSPC", 6) ? ENOSPC : EIO;
    return 1;
}

static int fails_open(int fd) {
    char link[64], path[PATH_MAX];
    if (!getenv("LETTRAGE_FAULT")) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fails(path);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define ON_FD(type, name, parameters, arguments) \
    type name parameters { return fails_open(fd) ? -1 : NEXT(name) arguments; }

ON_FD(ssize_t, write, (int fd, const void *from, size_t count), (fd, from, count))
ON_FD(ssize_t, pwrite, (int fd, const void *from, size_t count, off_t at), (fd, from, count, at))
ON_FD(ssize_t, pwrite64, (int fd, const void *from, size_t count, off64_t at), (fd, from, count, at))
ON_FD(ssize_t, writev, (int fd, const struct iovec *from, int count), (fd, from, count))
ON_FD(ssize_t, copy_file_range, (int in, off64_t *from, int fd, off64_t *to, size_t count, unsigned flags),
      (in, from, fd, to, count, flags))
ON_FD(ssize_t, sendfile, (int fd, int in, off_t *from, size_t count), (fd, in, from, count))
ON_FD(ssize_t, sendfile64, (int fd, int in, off64_t *from, size_t count), (fd, in, from, count))
ON_FD(int, ftruncate, (int fd, off_t length), (fd, length))
ON_FD(int, ftruncate64, (int fd, off64_t length), (fd, length))
ON_FD(int, fsync, (int fd), (fd))
ON_FD(int, fdatasync, (int fd), (fd))
ON_FD(int, syncfs, (int fd), (fd))

int mkdir(const char *path, mode_t mode) { return fails(path) ? -1 : NEXT(mkdir)(path, mode); }
int link(const char *from, const char *to) { return fails(to) ? -1 : NEXT(link)(from, to); }
int symlink(const char *from, const char *to) { return fails(to) ? -1 : NEXT(symlink)(from, to); }
int rename(const char *from, const char *to) { return fails(to) ? -1 : NEXT(rename)(from, to); }
