namespace FlowLab.Accelerators.Tests.Kernels.Addressing;

/// <summary>A struct of structs and of numbers of all sizes, with gaps between some.</summary>
internal struct Particle
{
    public byte Kind;
    public Point Place;
    public short Charge;
    public bool IsAlive;
    public double Mass;
    public Inner State;
    public long Id;

    /// <summary>A struct inside of a struct.</summary>
    internal struct Inner
    {
        public sbyte Level;
        public Point Speed;
        public ushort Age;
    }
}
