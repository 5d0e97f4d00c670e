namespace ILGPU.Tests.Cuda.Machine;

/// <summary>Memory of all state spaces. Generic addresses of shared and local memory lie in windows of their own.</summary>
internal static unsafe class PtxAccess
{
    internal const ulong SharedWindow = 0x0100_0000_0000_0000;
    internal const ulong LocalWindow = 0x0200_0000_0000_0000;

    internal static ulong Load(PtxThread thread, string space, PtxAddress address, PtxType type)
    {
        var at = AddressOf(thread, space, address, type.SizeInBytes);
        return type.Bits switch { 8 => *at, 16 => *(ushort*)at, 32 => *(uint*)at, _ => *(ulong*)at };
    }

    internal static void Store(PtxThread thread, string space, PtxAddress address, PtxType type, ulong value)
    {
        var at = AddressOf(thread, space, address, type.SizeInBytes);
        switch (type.Bits)
        {
            case 8:
                *at = (byte)value;
                break;
            case 16:
                *(ushort*)at = (ushort)value;
                break;
            case 32:
                *(uint*)at = (uint)value;
                break;
            default:
                *(ulong*)at = value;
                break;
        }
    }

    private static byte* AddressOf(PtxThread thread, string space, PtxAddress operand, int size)
    {
        if (operand.Base is PtxName name)
            return Pinned(thread.Group.Arguments, (ulong)(thread.Group.Machine.Module.Variables[name.Name].Offset + operand.Offset), size, "param");
        var address = thread.Read(operand.Base, PtxType.Parse("u64")) + (ulong)operand.Offset;
        if (address % (ulong)size != 0)
            throw new PtxException($"the address 0x{address:X} of {size} bytes is not aligned");
        return space switch
        {
            "shared" => Pinned(thread.Group.Shared, address, size, space),
            "local" => Pinned(thread.Local, address, size, space),
            "global" => Global(thread, address, size),
            _ when address >= LocalWindow && address < LocalWindow << 1 => Pinned(thread.Local, address - LocalWindow, size, "local"),
            _ when address >= SharedWindow && address < LocalWindow => Pinned(thread.Group.Shared, address - SharedWindow, size, "shared"),
            _ => Global(thread, address, size),
        };
    }

    private static byte* Global(PtxThread thread, ulong address, int size)
    {
        thread.Group.Machine.Memory.Check(address, size);
        return (byte*)address;
    }

    private static byte* Pinned(PtxArray memory, ulong offset, int size, string space) => offset + (ulong)size <= (ulong)memory.Length
        ? memory.Pointer + offset
        : throw new PtxException($"{size} bytes at {space} address 0x{offset:X} of {memory.Length} bytes");
}
