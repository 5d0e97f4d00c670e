using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using FlowLab.Engine.Models;
using FlowLab.Flows;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;

namespace FlowLab.Host.Exports;

/// <summary>
/// Writes .safetensors: the length of the header as 64-bit little endian, the header as JSON (per tensor its type, shape and place in the data, and
/// texts under __metadata__), padded with spaces to a multiple of 8, then the tensors one after another.
/// </summary>
public static class SafetensorsFile
{
    private const int Alignment = 8;
    private const int PieceLength = 1 << 20;

    /// <summary>Writes the parameters of one seed; replaces the file if it exists.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">The tensors, whose names differ.</param>
    /// <param name="parameters">The parameters that the tensors' offsets count in.</param>
    /// <param name="metadata">Texts that say where the tensors come from.</param>
    /// <param name="constants">What the model draws once and never trains; behind the parameters.</param>
    public static void Write(
        string path, IReadOnlyList<NamedTensor> tensors, ReadOnlyMemory<float> parameters, IReadOnlyDictionary<string, string> metadata,
        params IReadOnlyList<(string Name, FlowConstant Constant)> constants) =>
        AtomicFile.Write(path, stream =>
        {
            stream.Write(Header([.. tensors, .. constants.Select(entry => new NamedTensor(entry.Name, 0, entry.Constant.Shape))], metadata));
            foreach (NamedTensor tensor in tensors)
                WriteNumbers(stream, parameters.Span.Slice(tensor.Offset, Count(tensor)));
            foreach ((_, FlowConstant constant) in constants)
                WriteNumbers(stream, constant.Values);
        });

    private static byte[] Header(IReadOnlyList<NamedTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var header = new JsonObject { ["__metadata__"] = new JsonObject(metadata.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))) };
        long next = 0;
        foreach (NamedTensor tensor in tensors)
        {
            long end = next + (long)Count(tensor) * sizeof(float);
            header.Add(tensor.Name, new JsonObject
            {
                ["dtype"] = "F32", ["shape"] = new JsonArray([.. tensor.Shape.Select(axis => (JsonNode)axis)]), ["data_offsets"] = new JsonArray(next, end),
            });
            next = end;
        }
        byte[] json = Encoding.UTF8.GetBytes(header.ToJsonString(ManifestJson.Compact));
        byte[] bytes = new byte[sizeof(long) + (json.Length + Alignment - 1) / Alignment * Alignment];
        bytes.AsSpan().Fill((byte)' ');
        BinaryPrimitives.WriteInt64LittleEndian(bytes, bytes.Length - sizeof(long));
        json.CopyTo(bytes, sizeof(long));
        return bytes;
    }

    private static int Count(NamedTensor tensor) => tensor.Shape.Aggregate(1, (product, axis) => checked(product * axis));

    private static void WriteNumbers(Stream stream, ReadOnlySpan<float> values)
    {
        for (int first = 0; first < values.Length; first += PieceLength)
            stream.Write(MemoryMarshal.AsBytes(values.Slice(first, Math.Min(PieceLength, values.Length - first))));
    }
}
