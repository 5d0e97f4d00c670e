namespace FlowLab.Host;

/// <summary>Reads files that users name, which may be pipes or devices that never end.</summary>
internal static class BoundedFile
{
    private const int PieceLength = 1 << 16;

    /// <summary>The bytes of a file; null if there are more than <paramref name="most"/>.</summary>
    public static byte[]? ReadAtMost(string path, long most)
    {
        long known = new FileInfo(path).Length;
        return known > most ? null : known > 0 ? File.ReadAllBytes(path) : ReadPieces(path, most);
    }

    private static byte[]? ReadPieces(string path, long most)
    {
        using FileStream file = File.OpenRead(path);
        using MemoryStream content = new();
        byte[] piece = new byte[PieceLength];
        for (int read; (read = file.Read(piece)) > 0;)
        {
            content.Write(piece, 0, read);
            if (content.Length > most)
                return null;
        }
        return content.ToArray();
    }
}
