using System.Buffers.Binary;
using System.Numerics;
using FlowLab.Host.Results;
using Google.Protobuf;

namespace FlowLab.Host.Exports;

/// <summary>
/// Writes numbers as TensorBoard reads them: a TFRecord per number, each with the length of its content as 64-bit little endian, a masked CRC32C of that, the content, and a masked
/// CRC32C of it. The content is an Event of tensorflow/core/util/event.proto: field 1 the time, 2 the step, 3 the file's version, 5 a summary, whose field 1 is a value with a tag (1)
/// and a number (2).
/// </summary>
internal static class TensorBoardFile
{
    private const uint Mask = 0xa282ead8;
    private const int MaskShift = 15;

    /// <summary>The name of the file within a folder of its own, which TensorBoard takes for a run. No time, so that equal curves are equal bytes.</summary>
    public const string Name = "events.out.tfevents.0.flowlab";

    /// <summary>Writes the points in order; replaces the file if it exists.</summary>
    public static void Write(string path, IEnumerable<CurvePoint> points) => AtomicFile.Write(path, stream =>
    {
        WriteRecord(stream, EventOf(0, output =>
        {
            output.WriteTag(3, WireFormat.WireType.LengthDelimited);
            output.WriteString("brain.Event:2");
        }));
        foreach (CurvePoint point in points)
            WriteRecord(stream, EventOf(point.Step, output =>
            {
                output.WriteTag(5, WireFormat.WireType.LengthDelimited);
                output.WriteBytes(Message(summary =>
                {
                    summary.WriteTag(1, WireFormat.WireType.LengthDelimited);
                    summary.WriteBytes(ValueOf(point));
                }));
            }));
    });

    private static ByteString ValueOf(CurvePoint point) => Message(value =>
    {
        value.WriteTag(1, WireFormat.WireType.LengthDelimited);
        value.WriteString(point.Metric);
        value.WriteTag(2, WireFormat.WireType.Fixed32);
        value.WriteFloat((float)point.Value);
    });

    private static byte[] EventOf(long step, Action<CodedOutputStream> write) => Message(output =>
    {
        output.WriteTag(1, WireFormat.WireType.Fixed64);
        output.WriteDouble(step);
        output.WriteTag(2, WireFormat.WireType.Varint);
        output.WriteInt64(step);
        write(output);
    }).ToByteArray();

    private static ByteString Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
            write(output);
        return ByteString.CopyFrom(bytes.ToArray());
    }

    private static void WriteRecord(Stream stream, byte[] content)
    {
        Span<byte> length = stackalloc byte[sizeof(ulong)], sum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)content.Length);
        stream.Write(length);
        BinaryPrimitives.WriteUInt32LittleEndian(sum, MaskedSum(length));
        stream.Write(sum);
        stream.Write(content);
        BinaryPrimitives.WriteUInt32LittleEndian(sum, MaskedSum(content));
        stream.Write(sum);
    }

    private static uint MaskedSum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
            crc = BitOperations.Crc32C(crc, value);
        return BitOperations.RotateRight(~crc, MaskShift) + Mask;
    }
}
