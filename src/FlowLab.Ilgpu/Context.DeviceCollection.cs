using System.Collections.Immutable;
using ILGPU.Runtime;

namespace ILGPU;

public sealed partial class Context
{
    /// <summary>The devices of one type.</summary>
    public readonly ref struct DeviceCollection<TDevice>
        where TDevice : Device
    {
        private readonly ImmutableArray<TDevice> _devices;

        internal DeviceCollection(ImmutableArray<TDevice> devices) => _devices = devices;

        public int Count => _devices.Length;

        /// <exception cref="ArgumentOutOfRangeException">There is no such device.</exception>
        public TDevice this[int deviceIndex] => (uint)deviceIndex < (uint)Count
            ? _devices[deviceIndex]
            : throw new ArgumentOutOfRangeException(
                nameof(deviceIndex), deviceIndex, $"The context has {Count} device(s) of type {typeof(TDevice).Name}.");

        public Enumerator GetEnumerator() => new(_devices);

        /// <summary>Goes through the devices.</summary>
        public ref struct Enumerator
        {
            private ImmutableArray<TDevice>.Enumerator _devices;

            internal Enumerator(ImmutableArray<TDevice> devices) => _devices = devices.GetEnumerator();

            public readonly TDevice Current => _devices.Current;

            public bool MoveNext() => _devices.MoveNext();
        }
    }
}
