using FlowLab.Plugins;
using PublicApiGenerator;

namespace FlowLab.Abstractions.Tests.Api;

/// <summary>
/// Everything that a plugin can compile against, as a text file beside this one. After an intended change run the test once with
/// FLOWLAB_UPDATE_SNAPSHOTS=1, look at the difference, and raise <see cref="PluginContract.Version"/> if a plugin built before could no
/// longer run.
/// </summary>
[TestFixture]
public sealed class PublicApiTests
{
    private const string UpdateVariable = "FLOWLAB_UPDATE_SNAPSHOTS";

    [Test]
    public void The_contract_is_the_one_written_down()
    {
        string path = Path.Combine(RepositoryRoot(), "tests", "FlowLab.Abstractions.Tests", "Api", "FlowLab.Abstractions.api.txt");
        string actual = typeof(PluginContract).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            File.WriteAllText(path, actual);

        string expected = File.ReadAllText(path).ReplaceLineEndings("\n");
        Assert.That(
            actual.Split('\n'), Is.EqualTo(expected.Split('\n')),
            $"The public API of FlowLab.Abstractions has changed. If that is intended, run this test with {UpdateVariable}=1 and commit {path}.");
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FlowLab.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds FlowLab.sln.");
    }
}
