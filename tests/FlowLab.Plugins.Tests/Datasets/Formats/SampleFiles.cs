using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace FlowLab.Plugins.Tests.Datasets.Formats;

/// <summary>Good files of every format, made without the readers under test.</summary>
internal static class SampleFiles
{
    public static byte[] Idx(byte type, uint[] shape, byte[] elements)
    {
        var header = new byte[4 + 4 * shape.Length];
        header[2] = type;
        header[3] = (byte)shape.Length;
        for (int axis = 0; axis < shape.Length; axis++)
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 + 4 * axis), shape[axis]);
        return [.. header, .. elements];
    }

    public static byte[] Cifar(params byte[] labels) =>
        [.. labels.SelectMany((label, record) => new[] { label }.Concat(Enumerable.Range(0, 3072).Select(i => (byte)(i * 7 + record))))];

    public static byte[] Npy(string type, string shape, byte[] elements, bool fortran = false, int version = 1)
    {
        string header = $"{{'descr': '{type}', 'fortran_order': {fortran}, 'shape': {shape}, }}";
        return NpyText(header, elements, version);
    }

    public static byte[] NpyText(string header, byte[] elements, int version = 1)
    {
        int start = version == 1 ? 10 : 12;
        string padded = header.PadRight((start + header.Length + 64) / 64 * 64 - start - 1) + "\n";
        byte[] length = version == 1 ? [(byte)padded.Length, (byte)(padded.Length >> 8)] : [(byte)padded.Length, (byte)(padded.Length >> 8), 0, 0];
        return [0x93, .. "NUMPY"u8, (byte)version, 0, .. length, .. Encoding.Latin1.GetBytes(padded), .. elements];
    }

    public static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.SmallestSize))
            gzip.Write(content);
        return stream.ToArray();
    }

    public static byte[] Npz(CompressionLevel level, params (string Name, byte[] Content)[] members)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in members)
            {
                using Stream member = archive.CreateEntry(name, level).Open();
                member.Write(content);
            }
        }
        return stream.ToArray();
    }

    public static byte[] Ramp(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * 5))];
}
