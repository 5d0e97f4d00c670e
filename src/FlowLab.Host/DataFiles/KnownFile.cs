using FlowLab.Data;

namespace FlowLab.Host.DataFiles;

/// <summary>A data file that a plugin describes.</summary>
/// <param name="Set">The name of the component that describes it, such as mnist.</param>
/// <param name="File">The description.</param>
public sealed record KnownFile(string Set, DataFile File);
