using System.Text.Json;
using FlowLab.Host.Results;

namespace FlowLab.Host.Tuning;

/// <summary>How far a search or a growth is, as a file of its folder.</summary>
internal static class StateFile
{
    private static readonly JsonSerializerOptions Spelling = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads a state.</summary>
    /// <param name="folder">The folder of the search.</param>
    /// <param name="name">The file in it.</param>
    /// <exception cref="FlowLabException">FLR072: the folder holds none.</exception>
    public static T Read<T>(string folder, string name)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(folder, name)), Spelling) ?? throw TuneErrors.NotATuning(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw TuneErrors.NotATuning(folder);
        }
    }

    /// <summary>Writes a state, whole or not at all.</summary>
    public static void Write<T>(string folder, string name, T state) => AtomicFile.Write(Path.Combine(folder, name), JsonSerializer.Serialize(state, Spelling));
}
