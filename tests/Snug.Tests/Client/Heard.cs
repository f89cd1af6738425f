using System.Threading.Channels;

namespace Snug.Tests.Client;

/// <summary>Keeps what was reported until the test asks for it.</summary>
internal sealed class Heard<T> : IProgress<T>
{
    private readonly Channel<T> reports = Channel.CreateBounded<T>(1000);

    public void Report(T value) => Assert.True(reports.Writer.TryWrite(value));

    public async Task<T> NextAsync() => await reports.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    public List<T> All()
    {
        var all = new List<T>();
        while (reports.Reader.TryRead(out var report)) all.Add(report);
        return all;
    }
}
