#!/usr/bin/env bash
# Runs the path probe with 512-bit vectors on an emulated processor that has AVX-512, and compares its hashes with those of this machine.
# Bochs boots a kernel whose initial file system is the probe; some minutes. Debian or Ubuntu on x64; what it needs is installed,
# and where that is not possible it says so and ends with 0.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ "$(uname -sm)" = "Linux x86_64" ] || skip "for Linux on x64"
work=$work/avx512
rm -rf "$work"
mkdir -p "$work"

packages="bochs bochs-term bochsbios vgabios isolinux syslinux-common xorriso cpio busybox-static"
get_packages() {
    apt-get update -qq && apt-get install -y -qq $packages || return
    local kernel
    kernel=$(apt-cache depends linux-image-cloud-amd64 | sed -n 's/.*Depends: //p' | head -n 1)
    (cd "$work" && apt-get download "$kernel" && dpkg -x "$kernel"_*.deb kernel)
}
if ! get_packages >"$work/apt.log" 2>&1; then
    skip "could not install $packages and a kernel (see $work/apt.log)"
fi

# The file system: the probe with its runtime, the libraries that these load, and a script to start it.
root=$work/root
dotnet publish -c Release -r linux-x64 --self-contained -p:SmallProbe=true -p:NuGetLockFilePath=obj/avx512.lock.json -o "$root/probe" -v q -nologo
mkdir -p "$root"/{bin,proc,dev,tmp,sys}
cp /bin/busybox "$root/bin/"
find "$root/probe" \( -name '*.so' -o -name SoftmaxGen.PathProbe \) -exec ldd {} + 2>/dev/null | grep -o '/[^ ]*\.so[^ ]*' | grep -v "^$root" | sort -u | while read -r library; do
    mkdir -p "$root$(dirname "$library")"
    cp -L "$library" "$root$library"
done
cat >"$root/init" <<'EOF'
#!/bin/busybox sh
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t devtmpfs dev /dev
export DOTNET_PreferredVectorBitWidth=512 DOTNET_TieredCompilation=0 DOTNET_GCHeapHardLimit=8000000 DOTNET_EnableDiagnostics=0
/probe/SoftmaxGen.PathProbe >/dev/ttyS0 2>&1
echo "probe ended with $?" >/dev/ttyS0
/bin/busybox sleep 3 # for the line to be sent
/bin/busybox poweroff -f
EOF
chmod +x "$root/init"

# Bochs knows no XSAVES that this kernel could use, nor all that the features 321 and 323 promise.
mkdir -p "$work/iso/isolinux"
(cd "$root" && find . | cpio -o -H newc --quiet) >"$work/iso/initrd"
cp "$work"/kernel/boot/vmlinuz-* "$work/iso/vmlinuz"
cp /usr/lib/ISOLINUX/isolinux.bin /usr/lib/syslinux/modules/bios/ldlinux.c32 "$work/iso/isolinux/"
cat >"$work/iso/isolinux/isolinux.cfg" <<'EOF'
default probe
label probe
  kernel /vmlinuz
  append initrd=/initrd console=ttyS0 quiet noxsaves clearcpuid=321,323
EOF
xorriso -as mkisofs -quiet -o "$work/probe.iso" -b isolinux/isolinux.bin -c isolinux/boot.cat -no-emul-boot -boot-load-size 4 -boot-info-table "$work/iso"
cat >"$work/bochsrc" <<EOF
cpu: model=corei7_skylake_x, count=1, ips=100000000, reset_on_triple_fault=0
memory: guest=1024, host=1024
romimage: file=/usr/share/bochs/BIOS-bochs-latest
vgaromimage: file=/usr/share/bochs/VGABIOS-lgpl-latest
ata0-master: type=cdrom, path=$work/probe.iso, status=inserted
boot: cdrom
com1: enabled=1, mode=file, dev=$work/serial.txt
display_library: term
log: $work/bochs.log
panic: action=fatal
speaker: enabled=0
clock: sync=none
EOF

dotnet run -c Release -v q >"$work/here.txt"
echo c >"$work/start" # what the debugger that the package is built with waits for
TERM=vt100 timeout 900 script -qec "bochs -q -rc $work/start -f $work/bochsrc" /dev/null >/dev/null 2>&1 </dev/null || true
tr -d '\r' <"$work/serial.txt" | grep -E 'Vector512=|[0-9a-f]{16}$|probe ended' >"$work/avx512.txt" || { echo "the emulator did not get to the probe (see $work)"; exit 1; }
cat "$work/avx512.txt"
grep -q Vector512=True "$work/avx512.txt" || { echo "the emulated processor offers no 512-bit vectors"; exit 1; }

# Where the emulator fuses a multiplication and an addition wrongly, which Bochs 2.7
# does where the sum cancels to less than 2^-63 of its parts, what takes the rounding error of a reciprocal that way is left out.
wrong='^$'
if grep -q FusesExactly=False "$work/avx512.txt"; then
    wrong='^Default Double (Softmax|Gradient|Jacobian) '
    echo "not compared, since the emulator's fused multiply-add is wrong: $(grep -cE "$wrong" "$work/avx512.txt") of $(hashes "$work/avx512.txt" | wc -l) lines"
fi
compared() { hashes "$1" | grep -vE "$wrong"; }
diff <(compared "$work/here.txt") <(compared "$work/avx512.txt")
printf '%s\t%s\t%s\t%s\n' "x64, 512 bits, emulated (Bochs 2.7, Skylake-X)" "$(compared "$work/avx512.txt" | wc -l) of $(hashes "$work/avx512.txt" | wc -l) lines" \
    "$(hashes "$work/avx512.txt" | digest)" "$(precise "$work/avx512.txt" | digest)" | tee -a "$rows"
