using FlowLab.Host.Runs;

namespace FlowLab.Host.Tests.Runs;

[TestFixture]
public sealed class RunEnvironmentTests
{
    [Test]
    public void Everything_that_numbers_depend_on_is_named()
    {
        IReadOnlyList<KeyValuePair<string, string>> entries = RunEnvironment.Describe(
            "CPU, 8 lanes", 2, "run figure3.json", SampleStore.Noon, [new PluginIdentity("Planar", "0.1.0", "ab12")]);

        Assert.That(entries.Select(entry => entry.Key), Is.SupersetOf(new[] { "FlowLab", ".NET", "Operating system", "CPU", "Cores", "Memory" }));
        Assert.That(entries.TakeLast(5), Is.EqualTo(new KeyValuePair<string, string>[]
        {
            new("Device", "CPU, 8 lanes"), new("Threads", "2"), new("Command", "run figure3.json"),
            new("Started", "2026-05-04 12:00:00 UTC"), new("Plugin Planar", "0.1.0, SHA-256 ab12"),
        }));
        Assert.That(entries.Select(entry => entry.Value), Has.All.Not.Empty);
        Assert.That(entries.Single(entry => entry.Key == "Memory").Value, Does.Match(@"^\d+\.\d GiB$"));
    }
}
