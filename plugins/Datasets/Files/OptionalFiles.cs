using FlowLab.Data;

namespace FlowLab.Plugins.Datasets.Files;

/// <summary>Data files that a dataset can do without.</summary>
internal static class OptionalFiles
{
    private const string NotThere = "FLD021";

    /// <summary>The path of a file; null if it is not in the folder.</summary>
    /// <exception cref="FlowLabDataException">It is there, but has another content.</exception>
    public static string? FindOptional(this IDataFolder folder, DataFile file)
    {
        try
        {
            return folder.Find(file);
        }
        catch (FlowLabDataException refusal) when (refusal.Number == NotThere)
        {
            return null;
        }
    }
}
