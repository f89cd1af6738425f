using Snug.Desktop.Media;

namespace Snug.Desktop.Tests.Media;

public sealed class SoundScenes : IDisposable
{
    private readonly Folder folder = new();

    private CacheFolder Cache => new(folder.Path, TimeProvider.System);

    [Fact(Explicit = true)]
    public Task What_was_recorded_is_opus_in_ogg_and_plays_to_its_end() => Stage.PlayAsync(async () =>
    {
        using var recorder = await Recorder.StartAsync(Cache, TimeProvider.System);
        var levels = new List<double>();
        recorder.Heard += levels.Add;
        await Stage.UntilAsync("ten levels", () => levels.Count >= 10);
        var recording = await recorder.StopAsync();

        Assert.All(levels, level => Assert.InRange(level, 0.5, 1));
        var head = File.ReadAllBytes(recording.Path).AsSpan(0, 64);
        Assert.True(head.StartsWith("OggS"u8) && head.IndexOf("OpusHead"u8) > 0);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(recording.Path));
        Assert.InRange(recording.Length.TotalSeconds, 0.8, 3);

        using var player = await Player.OpenAsync(recording.Path, new Playing(), TimeProvider.System);
        var furthest = TimeSpan.Zero;
        player.Changed += () => furthest = player.At > furthest ? player.At : furthest;
        player.Play();
        await Stage.UntilAsync("the length", () => player.Length is not null);
        Assert.InRange(player.Length!.Value.TotalSeconds, recording.Length.TotalSeconds - 0.3, recording.Length.TotalSeconds + 0.3);
        await Stage.UntilAsync("the end", () => !player.IsPlaying);
        Assert.True(furthest > player.Length / 3);
        Assert.Equal(TimeSpan.Zero, player.At);
        Assert.Null(player.Failure);

        player.Play();
        await Stage.UntilAsync("it to play again", () => player.At > TimeSpan.Zero);
    });

    [Fact(Explicit = true)]
    public Task Playing_one_pauses_the_other_and_seeking_moves_it() => Stage.PlayAsync(async () =>
    {
        var path = await RecordAsync();
        var playing = new Playing();
        using var one = await Player.OpenAsync(path, playing, TimeProvider.System);
        using var other = await Player.OpenAsync(path, playing, TimeProvider.System);
        one.Play();
        await Stage.UntilAsync("the length", () => one.Length is not null);

        other.Play();

        Assert.True(!one.IsPlaying && other.IsPlaying);
        one.Seek(TimeSpan.FromSeconds(0.5));
        Assert.Equal(0.5, one.At.TotalSeconds);
        one.Seek(TimeSpan.FromHours(1));
        Assert.Equal(one.Length, one.At);
        playing.Stop();
        Assert.False(other.IsPlaying);
    });

    [Fact(Explicit = true)]
    public Task What_is_no_sound_says_that_it_cannot_be_played() => Stage.PlayAsync(async () =>
    {
        using var player = await Player.OpenAsync(folder.Write("x.ogg", new byte[500]), new Playing(), TimeProvider.System);

        player.Play();

        await Stage.UntilAsync("a failure", () => player.Failure is not null);
        Assert.False(player.IsPlaying);
    });

    [Theory(Explicit = true)]
    [InlineData("no-such-element", "Nothing can be recorded")]
    [InlineData("filesrc location=/nowhere", "The microphone cannot be used")]
    public Task Without_a_microphone_one_hears_why_and_no_file_is_left(string source, string why) => Stage.PlayAsync(async () =>
    {
        const string Variable = "SNUG_AUDIO_SOURCE";
        var usual = Environment.GetEnvironmentVariable(Variable);
        Environment.SetEnvironmentVariable(Variable, source);
        try
        {
            var fault = await Assert.ThrowsAsync<SoundException>(() => Recorder.StartAsync(Cache, TimeProvider.System));

            Assert.StartsWith(why, fault.Message, StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, usual);
        }
    });

    [Fact(Explicit = true)]
    public Task A_recording_that_is_thrown_away_leaves_no_file() => Stage.PlayAsync(async () =>
    {
        var recorder = await Recorder.StartAsync(Cache, TimeProvider.System);

        recorder.Dispose();

        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories));
    });

    [Fact(Explicit = true)]
    public Task Fifty_recordings_and_players_leave_no_open_file() => Stage.PlayAsync(async () =>
    {
        var path = await RecordAsync();
        var before = 0;
        for (var turn = 0; turn < 50; turn++)
        {
            using var recorder = await Recorder.StartAsync(Cache, TimeProvider.System);
            using var player = await Player.OpenAsync(path, new Playing(), TimeProvider.System);
            player.Play();
            await Stage.UntilAsync("the length", () => player.Length is not null);
            // The first few open what stays open for good, such as devices.
            if (turn == 5) before = OpenFiles;
        }
        await Stage.UntilAsync("files to be closed", () => OpenFiles <= before + 10);
    });

    public void Dispose() => folder.Dispose();

    private static int OpenFiles => OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : 0;

    private async Task<string> RecordAsync()
    {
        using var recorder = await Recorder.StartAsync(Cache, TimeProvider.System);
        var heard = 0;
        recorder.Heard += _ => heard++;
        await Stage.UntilAsync("a second", () => heard >= 10);
        return (await recorder.StopAsync()).Path;
    }
}
