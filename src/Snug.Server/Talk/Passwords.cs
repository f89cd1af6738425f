using Microsoft.AspNetCore.Identity;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>Hashes and checks passwords, off the threads that serve, one at a time: each takes long on purpose.</summary>
internal sealed class Passwords : IDisposable
{
    private readonly PasswordHasher<UserRecord> hasher = new();
    private readonly SemaphoreSlim turn = new(Limits.PasswordHashers);
    private int waiting;

    public static Refusal? Judge(string? password) =>
        password is { Length: >= Limits.ShortestPassword and <= Limits.LongestPassword }
            ? null
            : Refusal.Invalid("invalid-password", $"a password has {Limits.ShortestPassword} to {Limits.LongestPassword} characters");

    public Task<Answer<string>> HashAsync(UserRecord user, string password) => RunAsync(() => hasher.HashPassword(user, password));

    public Task<Answer<bool>> IsRightAsync(UserRecord user, string password) => RunAsync(() =>
        password.Length <= Limits.LongestPassword
        && user.PasswordHash is { } hash && hasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed);

    public void Dispose() => turn.Dispose();

    private async Task<Answer<T>> RunAsync<T>(Func<T> work)
    {
        try
        {
            if (Interlocked.Increment(ref waiting) > Limits.PasswordQueue) return Refusal.Busy;

            await turn.WaitAsync();
            try
            {
                return await Task.Run(work);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }
}
