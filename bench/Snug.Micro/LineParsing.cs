using BenchmarkDotNet.Attributes;
using Snug.Protocol;
using Snug.Server.Doors.Line;

namespace Snug.Micro;

/// <summary>What the line door does with each request before anything is decided.</summary>
public class LineParsing
{
    private readonly byte[] get = "GET\n"u8.ToArray();
    private readonly byte[] put = "PUT: How about spaghetti tonight, or is it pizza again?\r\n"u8.ToArray();

    [Benchmark]
    public bool Get() => Take(get) == LineCommand.Get;

    [Benchmark]
    public bool Put() => Take(put) == LineCommand.Put;

    private static LineCommand Take(ReadOnlySpan<byte> bytes)
    {
        LineFraming.Find(bytes, out var line, out _);
        return LineRequest.Parse(line).Command;
    }
}
