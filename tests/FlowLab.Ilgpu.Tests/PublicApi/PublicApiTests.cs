using System.Runtime.CompilerServices;

namespace ILGPU.Tests.PublicApi;

/// <summary>
/// The public surface is part of ILGPU's and changes only on purpose. Set FLOWLAB_REGENERATE_PUBLIC_API=1 to write the snapshot anew.
/// </summary>
public class PublicApiTests
{
    private const string Listed = "ilgpu-1.5.3.txt";
    private const string Unlisted = "ilgpu-1.5.3-unlisted.txt";

    [Test]
    public void The_public_surface_is_the_snapshot()
    {
        var actual = PublicSurface.Of(typeof(Context).Assembly);
        if (Environment.GetEnvironmentVariable("FLOWLAB_REGENERATE_PUBLIC_API") == "1")
            File.WriteAllLines(PathOf("PublicApi.txt"), actual);
        Assert.That(actual, Is.EqualTo(File.ReadAllLines(PathOf("PublicApi.txt"))));
    }

    [Test]
    public void Nothing_is_public_that_ILGPU_does_not_have()
    {
        var listed = ListedSurface.Read(PathOf(Listed));
        listed.UnionWith(ListedSurface.Read(PathOf(Unlisted)));
        var surface = PublicSurface.Of(typeof(Context).Assembly).Where(line => line.StartsWith("ILGPU.", StringComparison.Ordinal));
        Assert.That(surface.Where(line => !listed.Contains(line)), Is.Empty, $"not in {Listed}, the list of ILGPU's public members");
    }

    [Test]
    public void Types_stand_in_one_of_the_two_lists_only()
    {
        static IEnumerable<string> TypesOf(string file) =>
            ListedSurface.Read(PathOf(file)).Where(line => line.Contains(" is ", StringComparison.Ordinal));
        Assert.That(TypesOf(Listed).Intersect(TypesOf(Unlisted)), Is.Empty);
        Assert.That(TypesOf(Listed).Count(), Is.GreaterThan(70));
    }

    private static string PathOf(string file, [CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, file);
}
