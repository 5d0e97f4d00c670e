using System.Security.Cryptography;
using System.Text;
using FlowLab.Data;
using FlowLab.Plugins;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace DataPlugin;

/// <summary>Two files whose mirror a test plays; its address is in the environment.</summary>
[DataFiles("poems", Summary = "Two files for tests.")]
public sealed class Poems : IDataFiles
{
    private const string Variable = "FLOWLAB_TEST_MIRROR";

    /// <summary>The file that <see cref="ReadingSchedule"/> reads.</summary>
    public static DataFile First { get; } = Describe("first.txt", 2000);

    public IReadOnlyList<DataFile> Files { get; } = [First, Describe("more/second.txt", 1)];

    private static DataFile Describe(string name, int lines)
    {
        byte[] content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, lines).Select(line => $"line {line} of {name}\n")));
        return new DataFile
        {
            Name = name,
            Summary = $"{lines} lines.",
            License = "public domain",
            Source = "made up",
            Contents = [new DataContent(content.Length, Convert.ToHexStringLower(SHA256.HashData(content)))],
            Mirrors = [new DataMirror($"{Environment.GetEnvironmentVariable(Variable) ?? "http://127.0.0.1:9"}/{name}.gz")],
        };
    }
}
