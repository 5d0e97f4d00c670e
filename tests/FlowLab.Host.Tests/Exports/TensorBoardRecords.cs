using System.Buffers.Binary;
using System.Text;

namespace FlowLab.Host.Tests.Exports;

/// <summary>Reads event files of TensorBoard by the formats of TFRecord and Protocol Buffers, without any code of the writer.</summary>
internal static class TensorBoardRecords
{
    public static IEnumerable<(long Step, string Tag, float Value)> Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        for (int at = 0, record = 0; at < bytes.Length; record++)
        {
            int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
            Assert.That(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 8)), Is.EqualTo(Masked(bytes.AsSpan(at, 8))), "the sum of the length");
            byte[] content = bytes[(at + 12)..(at + 12 + length)];
            Assert.That(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 12 + length)), Is.EqualTo(Masked(content)), "the sum of the content");
            at += 16 + length;
            Dictionary<int, byte[]> fields = Fields(content);
            if (record == 0)
            {
                Assert.That(Encoding.UTF8.GetString(fields[3]), Is.EqualTo("brain.Event:2"));
                continue;
            }
            Dictionary<int, byte[]> value = Fields(Fields(fields[5])[1]);
            yield return (fields.TryGetValue(2, out byte[]? step) ? BitConverter.ToInt64(step) : 0, Encoding.UTF8.GetString(value[1]), BitConverter.ToSingle(value[2]));
        }
    }

    /// <summary>CRC32C bit by bit: the polynomial 0x1EDC6F41, reflected.</summary>
    public static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte value in bytes)
        {
            sum ^= value;
            for (int bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0x82F63B78;
        }
        return ~sum;
    }

    private static uint Masked(ReadOnlySpan<byte> bytes)
    {
        Assert.That(Sum("123456789"u8), Is.EqualTo(0xE3069283), "the check value that RFC 3720 and others give");
        uint sum = Sum(bytes);
        return ((sum >> 15) | (sum << 17)) + 0xa282ead8;
    }

    private static Dictionary<int, byte[]> Fields(byte[] message)
    {
        Dictionary<int, byte[]> fields = [];
        for (int at = 0; at < message.Length;)
        {
            ulong key = Varint(message, ref at);
            int length = (key & 7) switch { 1 => 8, 5 => 4, 2 => (int)Varint(message, ref at), _ => 0 };
            fields[(int)(key >> 3)] = (key & 7) == 0 ? BitConverter.GetBytes(Varint(message, ref at)) : message[at..(at + length)];
            at += length;
        }
        return fields;
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            value |= (ulong)(bytes[at] & 0x7F) << shift;
            if (bytes[at++] < 0x80)
                return value;
        }
    }
}
