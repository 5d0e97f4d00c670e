using FlowLab.Data;
using FlowLab.Plugins;

namespace DataPlugin;

/// <summary>Describes a file of <see cref="Poems"/> with another content.</summary>
[DataFiles("shadow", Summary = "A name that is taken.")]
public sealed class Shadow : IDataFiles
{
    public IReadOnlyList<DataFile> Files => [Poems.First with { Contents = [new DataContent(1, new string('0', 64))] }];
}
