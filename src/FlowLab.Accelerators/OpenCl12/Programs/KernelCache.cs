using System.Security.Cryptography;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// Compiled kernels on disk, found by the content that they were compiled from: in the folder that the environment variable
/// <c>FLOWLAB_CACHE</c> names (<c>off</c> for none), else below the user's local application data. An entry that is damaged, or that cannot
/// be read or written, is as good as none: it is compiled again.
/// </summary>
internal static class KernelCache
{
    private const string Variable = "FLOWLAB_CACHE";
    private const string Off = "off";

    private static ReadOnlySpan<byte> Magic => "FlowLab kernel 1\n"u8;

    private static string? Folder => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => DefaultFolder(),
        Off => null,
        var folder => folder,
    };

    /// <summary>The entry of a key, or null.</summary>
    /// <param name="kind">The backend, such as <c>opencl</c>.</param>
    /// <param name="key">Everything that the content depends on.</param>
    internal static byte[]? Read(string kind, ReadOnlySpan<byte> key)
    {
        try
        {
            return PathOf(kind, key) is { } path && File.Exists(path) ? ContentOf(File.ReadAllBytes(path)) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes beside the entry and renames, so that another process sees all of it or nothing.</summary>
    internal static void Write(string kind, ReadOnlySpan<byte> key, ReadOnlySpan<byte> content)
    {
        if (PathOf(kind, key) is not { } path)
            return;
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(temporary, [.. Magic, .. SHA256.HashData(content), .. content]);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A full disk or a folder that may not be written costs the next start some time, no more.
            Delete(temporary);
        }
    }

    internal static string? PathOf(string kind, ReadOnlySpan<byte> key) =>
        Folder is { } folder ? Path.Combine(folder, $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(key))}") : null;

    private static byte[]? ContentOf(ReadOnlySpan<byte> entry)
    {
        var start = Magic.Length + SHA256.HashSizeInBytes;
        if (entry.Length < start || !entry.StartsWith(Magic))
            return null;
        var content = entry[start..];
        return SHA256.HashData(content).AsSpan().SequenceEqual(entry[Magic.Length..start]) ? content.ToArray() : null;
    }

    private static string? DefaultFolder()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return data.Length == 0 ? null : Path.Combine(data, "FlowLab", "kernels");
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What could not be written cannot always be deleted either.
        }
    }
}
