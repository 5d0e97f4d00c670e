using System.Runtime.CompilerServices;

namespace ILGPU.Tests.PublicApi;

/// <summary>
/// The public surface is part of ILGPU's and changes only on purpose. Set FLOWLAB_REGENERATE_PUBLIC_API=1 to write the snapshot anew.
/// </summary>
public class PublicApiTests
{
    [Test]
    public void The_public_surface_is_the_snapshot()
    {
        var actual = PublicSurface.Of(typeof(Context).Assembly);
        if (Environment.GetEnvironmentVariable("FLOWLAB_REGENERATE_PUBLIC_API") == "1")
            File.WriteAllLines(SnapshotPath(), actual);
        Assert.That(actual, Is.EqualTo(File.ReadAllLines(SnapshotPath())));
    }

    private static string SnapshotPath([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "PublicApi.txt");
}
