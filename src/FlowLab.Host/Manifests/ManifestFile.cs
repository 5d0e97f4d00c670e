using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace FlowLab.Host.Manifests;

/// <summary>Reads a manifest's file, or says in one fault why that is no manifest.</summary>
internal static class ManifestFile
{
    /// <summary>Nobody writes a manifest of this size; something else has been named by mistake.</summary>
    public const long LargestLengthInBytes = 16L << 20;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The document in <paramref name="path"/>; null after a fault.</summary>
    public static JsonObject? Read(string path, FaultCollector faults)
    {
        try
        {
            return FindFault(path) is { } fault ? Refuse(faults, fault)
                : BoundedFile.ReadAtMost(path, LargestLengthInBytes) is { } text ? Parse(text, path, faults)
                : Refuse(faults, TooLarge(path, "more"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Refuse(faults, Fault(ManifestFaultNumbers.FileUnreadable, $"{path} cannot be read: {failure.Message}"));
        }
    }

    private static ManifestFault? FindFault(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return Fault(ManifestFaultNumbers.FileNotFound, "the name of the manifest is empty; look whether a variable of the shell is not set");
        if (Directory.Exists(path))
            return Fault(ManifestFaultNumbers.FileUnreadable, $"{path} is a folder") with { Expected = "a manifest file" };
        if (!File.Exists(path))
            return Fault(ManifestFaultNumbers.FileNotFound, $"there is no file {path}") with { Suggestion = SuggestFile(path) };
        long length = new FileInfo(path).Length;
        return length > LargestLengthInBytes ? TooLarge(path, $"{length} bytes") : null;
    }

    private static ManifestFault TooLarge(string path, string found) =>
        Fault(ManifestFaultNumbers.FileTooLarge, $"{path} is too large for a manifest") with { Expected = $"at most {LargestLengthInBytes} bytes", Actual = found };

    private static JsonObject? Parse(byte[] text, string path, FaultCollector faults)
    {
        byte[] json = text.AsSpan().StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;
        if (FindEncoding(json) is { } encoding)
            return Refuse(faults, Fault(ManifestFaultNumbers.NotJson, $"{path} is {encoding}") with { Expected = "a file in UTF-8: save it as such" });
        if (json.AsSpan().Trim(" \t\r\n\0"u8).IsEmpty)
            return Refuse(faults, Fault(ManifestFaultNumbers.FileEmpty, $"{path} is empty") with { Expected = "a manifest, such as { \"name\": \"first\", ... }" });
        int faultsBefore = faults.Faults.Count;
        JsonNode? root = new ManifestParser(json, faults).Parse();
        bool isRefused = faults.Faults.Count > faultsBefore && root is null;
        if (root is JsonObject document || isRefused)
            return root as JsonObject;
        return Refuse(faults, Fault(ManifestFaultNumbers.WrongType, "a manifest has the wrong type") with { Expected = "an object { }", Actual = ManifestValue.Shorten(root) });
    }

    /// <summary>The encoding of a text that is not UTF-8, in words; null if it is.</summary>
    private static string? FindEncoding(ReadOnlySpan<byte> text)
    {
        if (text is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'{', 0, ..] or [0, (byte)'{', ..])
            return "text in UTF-16";
        if (Utf8.IsValid(text))
            return null;
        int valid = 0;
        while (Rune.DecodeFromUtf8(text[valid..], out _, out int length) == OperationStatus.Done)
            valid += length;
        return $"text in Latin-1 or another old encoding, line {text[..valid].Count((byte)'\n') + 1}, byte 0x{text[valid]:X2}";
    }

    private static string SuggestFile(string path)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
            return "";
        string name = NearestName.Find(Path.GetFileName(path), Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        return name.Length == 0 ? "" : Path.Combine(Path.GetDirectoryName(path) ?? "", name);
    }

    private static ManifestFault Fault(string number, string what) => new(number, JsonPath.Root, what);

    private static JsonObject? Refuse(FaultCollector faults, ManifestFault fault)
    {
        faults.Add(fault);
        return null;
    }
}
