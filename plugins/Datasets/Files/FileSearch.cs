using FlowLab.Data;

namespace FlowLab.Plugins.Datasets.Files;

/// <summary>Looks for the data files of a set, with and without which a dataset can do.</summary>
internal static class FileSearch
{
    private const string NotThere = "FLD021";

    /// <summary>The path of a file that the dataset needs.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="file">The file.</param>
    /// <param name="set">The set that it belongs to, which the refusal offers to get as a whole.</param>
    /// <exception cref="FlowLabDataException">It is not there, or has another content.</exception>
    public static string FindOf(this IDataFolder folder, DataFile file, string set)
    {
        try
        {
            return folder.Find(file);
        }
        catch (FlowLabDataException refusal) when (refusal.Number == NotThere)
        {
            throw new FlowLabDataException(NotThere, $"{refusal.Reason}; all files of the set: flowlab data get {set}", refusal);
        }
    }

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
