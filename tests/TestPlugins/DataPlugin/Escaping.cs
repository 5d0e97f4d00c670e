using FlowLab.Data;
using FlowLab.Plugins;

namespace DataPlugin;

/// <summary>Describes files that a host must not touch.</summary>
[DataFiles("escaping", Summary = "Wrong descriptions.")]
public sealed class Escaping : IDataFiles
{
    private static readonly DataContent Content = new(1, new string('0', 64));

    public IReadOnlyList<DataFile> Files =>
    [
        Describe("../evil", Content),
        Describe("/etc/evil", Content),
        Describe("a//b", Content),
        Describe(".hidden", Content),
        Describe("file.gz", Content),
        Describe("short", new DataContent(1, "00")),
        Describe("empty", new DataContent(0, new string('0', 64))),
        Describe("local", Content) with { Mirrors = [new DataMirror("file:///etc/passwd")] },
    ];

    private static DataFile Describe(string name, DataContent content) =>
        new() { Name = name, Summary = "Wrong.", License = "none", Contents = [content] };
}
