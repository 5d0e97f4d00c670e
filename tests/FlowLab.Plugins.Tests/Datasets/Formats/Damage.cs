using FsCheck;
using FsCheck.Fluent;

namespace FlowLab.Plugins.Tests.Datasets.Formats;

/// <summary>Something that happens to a file.</summary>
public sealed record Damage(DamageKind Kind, int Position, int Length, byte Value)
{
    private static readonly byte[] Telling = [0x00, 0x01, 0x08, 0x7F, 0x80, 0xFF, (byte)'\'', (byte)'(', (byte)',', (byte)'9'];

    /// <summary>For FsCheck: bytes that mean something in a header come often, and so do places near the beginning and the end.</summary>
    public static Arbitrary<Damage> Any() =>
        (from kind in Gen.Elements(Enum.GetValues<DamageKind>())
         from position in Gen.OneOf(Gen.Choose(0, 40), Gen.Choose(0, 7000), Gen.Choose(-40, -1))
         from length in Gen.OneOf(Gen.Choose(1, 4), Gen.Choose(1, 300))
         from value in Gen.OneOf(Gen.Elements(Telling), Gen.Choose(0, 255).Select(value => (byte)value))
         select new Damage(kind, position, length, value)).ToArbitrary();

    /// <summary>The file afterwards.</summary>
    public byte[] Apply(byte[] file)
    {
        int at = file.Length == 0 ? 0 : (Position % file.Length + file.Length) % file.Length;
        int end = Math.Min(file.Length, at + Length);
        return Kind switch
        {
            DamageKind.Overwrite => [.. file[..at], .. Enumerable.Repeat(Value, end - at), .. file[end..]],
            DamageKind.Flip => [.. file.Select((value, i) => i == at ? (byte)(value ^ (1 << (Value % 8))) : value)],
            DamageKind.Insert => [.. file[..at], .. Enumerable.Repeat(Value, Length), .. file[at..]],
            DamageKind.Delete => [.. file[..at], .. file[end..]],
            DamageKind.Repeat => [.. file[..end], .. file[at..]],
            DamageKind.CutOff => file[..at],
            _ => [.. file, .. Enumerable.Repeat(Value, Length)],
        };
    }
}
