using Snug.Server.Store;

namespace Snug.Tests.Store;

public class TemporaryFolderTests
{
    [Fact]
    public void What_a_killed_server_left_goes_when_another_begins()
    {
        string MakeFolder(string file, TimeSpan ago)
        {
            var folder = Directory.CreateTempSubdirectory("snug-").FullName;
            var path = Path.Combine(folder, file);
            File.WriteAllText(path, "");
            File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path) - ago);
            return folder;
        }
        var (abandoned, young, somebodys) = (MakeFolder("temporary", TimeSpan.FromHours(1)), MakeFolder("temporary", TimeSpan.Zero), MakeFolder("lock", TimeSpan.FromHours(1)));
        var held = DataFolder.TakeTemporary();
        File.SetLastWriteTimeUtc(Path.Combine(held.Path, "temporary"), File.GetLastWriteTimeUtc(Path.Combine(young, "temporary")) - TimeSpan.FromHours(1));

        using (DataFolder.TakeTemporary())
            Assert.Equal((false, true, true, true), (Directory.Exists(abandoned), Directory.Exists(young), Directory.Exists(somebodys), Directory.Exists(held.Path)));

        held.Dispose();
        foreach (var left in (string[])[young, somebodys]) Directory.Delete(left, recursive: true);
        Assert.False(Directory.Exists(held.Path));
    }
}
