using System.Runtime.InteropServices;

namespace Snug.Load.Sockets;

// The calls of Linux's C library that a thread with thousands of connections needs. Numbers are those of <sys/epoll.h>, <sys/socket.h>,
// <netinet/in.h> and <errno.h>, the same on x86-64 and arm64.
internal static unsafe partial class Native
{
    private const string C = "libc";

    public const int CloseOnExec = 0x80000, NonBlocking = 0x800, Stream = 1, NoSignal = 0x4000;
    public const int Tcp = 6, NoDelay = 1, SocketLevel = 1, SocketError = 4, IpLevel = 0, BindWithoutPort = 24;
    public const int Add = 1, Modify = 3;
    public const uint Readable = 1, Writable = 4, Failed = 8, HungUp = 16;
    public const int Interrupted = 4, Again = 11, TooManyInSystem = 23, TooManyFiles = 24, AddressInUse = 98, NoAddress = 99, InProgress = 115;

    [LibraryImport(C, SetLastError = true)] public static partial int socket(int domain, int type, int protocol);
    [LibraryImport(C, SetLastError = true)] public static partial int bind(int socket, byte* address, uint length);
    [LibraryImport(C, SetLastError = true)] public static partial int connect(int socket, byte* address, uint length);
    [LibraryImport(C, SetLastError = true)] public static partial nint send(int socket, byte* bytes, nuint length, int flags);
    [LibraryImport(C, SetLastError = true)] public static partial nint recv(int socket, byte* bytes, nuint length, int flags);
    [LibraryImport(C, SetLastError = true)] public static partial int close(int file);
    [LibraryImport(C, SetLastError = true)] public static partial int setsockopt(int socket, int level, int option, int* value, uint length);
    [LibraryImport(C, SetLastError = true)] public static partial int getsockopt(int socket, int level, int option, int* value, uint* length);

    [LibraryImport(C, SetLastError = true)] public static partial int epoll_create1(int flags);
    [LibraryImport(C, SetLastError = true)] public static partial int epoll_ctl(int epoll, int operation, int file, byte* wanted);
    [LibraryImport(C, SetLastError = true)] public static partial int epoll_wait(int epoll, byte* events, int most, int milliseconds);
    [LibraryImport(C, SetLastError = true)] public static partial int epoll_pwait2(int epoll, byte* events, int most, long* secondsAndNanoseconds, nint signals);
}
