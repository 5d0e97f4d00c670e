namespace FlowLab.Generators.Tests;

/// <summary>The generated code of one layer, as it stands in Golden: whoever changes the generator sees what that changes.</summary>
[TestFixture]
internal sealed class GoldenTests
{
    private const string Update = "FLOWLAB_UPDATE_SNAPSHOTS";

    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Golden");

    [Test]
    public void A_layer_with_branch_sum_and_inverse_is_written_as_in_the_golden_file()
    {
        GeneratorRun run = GeneratorRun.Of(File.ReadAllText(Path.Combine(Folder, "SlopeLayer.txt")));
        Assert.That(run.Refusals, Is.Empty);
        Assert.That(run.Errors, Is.Empty);
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(Path.Combine(SourceFolder(), "Golden", "SlopeLayer.g.txt"), run.Source);
        Assert.That(run.Source, Is.EqualTo(File.ReadAllText(Path.Combine(Folder, "SlopeLayer.g.txt"))), $"{Update}=1 writes the file anew");
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
