using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FlowLab.Host.Tests.Exports;

/// <summary>Reads exported files by their published formats, without any code of the writers.</summary>
internal static class ExportedFiles
{
    /// <summary>Name to type, shape and numbers of the arrays of a .npz.</summary>
    public static Dictionary<string, (string Type, int[] Shape, double[] Values)> ReadNpz(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        return archive.Entries.ToDictionary(entry => entry.Name[..^".npy".Length], entry =>
        {
            using var content = new MemoryStream();
            using (Stream stream = entry.Open())
                stream.CopyTo(content);
            return ReadNpy(content.ToArray());
        });
    }

    public static (string Type, int[] Shape, double[] Values) ReadNpy(byte[] bytes)
    {
        Assert.That(bytes[..8], Is.EqualTo(new byte[] { 0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0 }));
        int length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        Assert.That((10 + length) % 64, Is.Zero, "the numbers are aligned");
        string header = Encoding.ASCII.GetString(bytes, 10, length);
        Match match = Regex.Match(header, @"^\{'descr': '(<f4|<f8|<i8)', 'fortran_order': False, 'shape': (\(\)|\(\d+,\)|\(\d+(?:, \d+)+\)), \} *\n$");
        Assert.That(match.Success, header);
        int[] shape = [.. Regex.Matches(match.Groups[2].Value, @"\d+").Select(axis => int.Parse(axis.Value, CultureInfo.InvariantCulture))];
        ReadOnlySpan<byte> data = bytes.AsSpan(10 + length);
        double[] values = match.Groups[1].Value switch
        {
            "<f4" => [.. MemoryMarshal.Cast<byte, float>(data).ToArray().Select(value => (double)value)],
            "<f8" => MemoryMarshal.Cast<byte, double>(data).ToArray(),
            _ => [.. MemoryMarshal.Cast<byte, long>(data).ToArray().Select(value => (double)value)],
        };
        Assert.That(values, Has.Length.EqualTo(shape.Aggregate(1, (product, axis) => product * axis)));
        return (match.Groups[1].Value, shape, values);
    }

    /// <summary>The tensors and texts of a .safetensors.</summary>
    public static (Dictionary<string, (int[] Shape, float[] Values)> Tensors, Dictionary<string, string> Metadata) ReadSafetensors(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        long length = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        Assert.That(length % 8, Is.Zero);
        Assert.That(bytes[8], Is.EqualTo((byte)'{'), "a header begins with its brace");
        using JsonDocument header = JsonDocument.Parse(bytes.AsMemory(8, (int)length));
        Dictionary<string, (int[], float[])> tensors = [];
        Dictionary<string, string> metadata = [];
        long next = 0;
        foreach (JsonProperty entry in header.RootElement.EnumerateObject())
        {
            if (entry.Name == "__metadata__")
            {
                metadata = entry.Value.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!);
                continue;
            }
            Assert.That(entry.Value.GetProperty("dtype").GetString(), Is.EqualTo("F32"));
            int[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(axis => axis.GetInt32())];
            long[] place = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
            Assert.That(place[0], Is.EqualTo(next), "no holes");
            next = place[1];
            float[] values = MemoryMarshal.Cast<byte, float>(bytes.AsSpan((int)(8 + length + place[0]), (int)(place[1] - place[0]))).ToArray();
            Assert.That(values, Has.Length.EqualTo(shape.Aggregate(1, (product, axis) => product * axis)));
            tensors.Add(entry.Name, (shape, values));
        }
        Assert.That(8 + length + next, Is.EqualTo(bytes.Length), "nothing behind the last tensor");
        return (tensors, metadata);
    }
}
